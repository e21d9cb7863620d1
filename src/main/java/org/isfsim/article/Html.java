package org.isfsim.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.isfsim.document.Printable;

/** What texts need in order to stand in HTML as they are, as content and in quoted attributes. */
public final class Html {

  private Html() {}

  /** What a policy of content lists to allow a script or style: its SHA-256, in single quotes. */
  public static String hashSource(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** A text whose signs mean nothing; what does not show is written by its number. */
  public static String escaped(String text) {
    return Printable.escaped(text.replace('\n', ' ').replace('\t', ' '))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element that holds a text. */
  public static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }
}

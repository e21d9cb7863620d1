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
    String shown = Printable.escaped(text.replace('\n', ' ').replace('\t', ' '));
    int plain = 0;
    while (plain < shown.length() && escape(shown.charAt(plain)).isEmpty()) {
      plain++;
    }
    if (plain == shown.length()) {
      return shown;
    }
    StringBuilder escaped = new StringBuilder(shown.length() + 16).append(shown, 0, plain);
    for (int i = plain; i < shown.length(); i++) {
      String escape = escape(shown.charAt(i));
      if (escape.isEmpty()) {
        escaped.append(shown.charAt(i));
      } else {
        escaped.append(escape);
      }
    }
    return escaped.toString();
  }

  /** What stands for a sign that means something in HTML; empty for any other. */
  private static String escape(char sign) {
    return switch (sign) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> "";
    };
  }

  /** An element that holds a text. */
  public static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }
}

package org.isfsim.decision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.document.Problems;

/**
 * Rules with what fires on every combination of inputs, as bytes: all that is needed to decide, and
 * to say which rule decided, where there is no Drools.
 */
public final class FiredRules {

  private FiredRules() {}

  /**
   * The rules of some decisions, fired on every combination that they tell apart.
   *
   * @throws ArithmeticException if a decision has too many combinations to keep
   */
  public static byte[] toBytes(Decisions decisions) {
    RuleSet rules = decisions.rules();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(rules.folder().toString().replace('\\', '/'), out);
      text(rules.sha256(), out);
      for (Signature signature : rules.signatures()) {
        text(Files.readString(rules.folder().resolve(signature.fileName())), out);
        byte[] firings = RuleCache.firings(decisions, signature).toBytes();
        out.writeInt(firings.length);
        out.write(firings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What {@link #toBytes} gave.
   *
   * @param signatures the decisions, in their order
   * @throws IOException if the bytes are of other decisions
   */
  public static Decisions read(byte[] bytes, List<Signature> signatures) throws IOException {
    Problems problems = new Problems();
    List<Rule> all = new ArrayList<>();
    Map<String, Firings> firings = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Path folder = Path.of(text(in));
      String sha256 = text(in);
      for (Signature signature : signatures) {
        String file = folder.resolve(signature.fileName()).toString();
        List<Rule> rules =
            RuleFile.read(file, text(in), signature, RuleFile.SecondReading.NONE, problems);
        all.addAll(rules);
        byte[] fired = new byte[in.readInt()];
        in.readFully(fired);
        int combinations = Math.toIntExact(signature.combinations());
        firings.put(signature.decision(), Firings.read(fired, combinations, rules.size()));
      }
      problems.throwIfAny();
      RuleSet rules = new RuleSet(folder, signatures, all, sha256, RuleCache.NONE, Map.of());
      return Decisions.fired(rules, firings);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

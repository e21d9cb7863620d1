package org.isfsim.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page holds of a model.
 *
 * @param version the version of isfsim
 * @param files the catalogue, the model, the register and the scenarios with those that they
 *     extend, by their paths
 * @param rules the rules and what fires, see {@link org.isfsim.decision.FiredRules}
 * @param folders where the files lie
 * @param starts the paths of the scenarios, by the names of the starting points, in order
 * @param lesson the lesson of the page, if it has one
 */
public record PageData(
    String version,
    Map<String, byte[]> files,
    byte[] rules,
    Folders folders,
    Map<String, String> starts,
    Optional<PageData.OfLesson> lesson) {

  /**
   * Where the files lie, by their paths.
   *
   * @param rules the folder of the rules
   * @param named the same, if it is not the one that comes with isfsim
   * @param seeds the folder of the register
   */
  public record Folders(String rules, Optional<String> named, String seeds) {}

  /**
   * A lesson.
   *
   * @param file the path of its file
   * @param figures the figures behind its questions, as a text
   */
  public record OfLesson(String file, String figures) {}

  /** Copies the maps. */
  public PageData {
    starts = Collections.unmodifiableMap(new LinkedHashMap<>(starts));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** As bytes, for {@link #read}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      List<String> texts =
          List.of(
              version,
              folders.rules(),
              folders.named().orElse(""),
              folders.seeds(),
              lesson.map(OfLesson::file).orElse(""),
              lesson.map(OfLesson::figures).orElse(""));
      for (String text : texts) {
        text(text, out);
      }
      out.writeInt(starts.size());
      for (Map.Entry<String, String> start : starts.entrySet()) {
        text(start.getKey(), out);
        text(start.getValue(), out);
      }
      block(rules, out);
      out.writeInt(files.size());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        text(file.getKey(), out);
        block(file.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What {@link #toBytes} gave.
   *
   * @throws IOException if the bytes are something else
   */
  public static PageData read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        texts.add(text(in));
      }
      Map<String, String> starts = new LinkedHashMap<>();
      for (int count = in.readInt(); count > 0; count--) {
        String name = text(in);
        starts.put(name, text(in));
      }
      byte[] rules = block(in);
      Map<String, byte[]> files = new LinkedHashMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String path = text(in);
        files.put(path, block(in));
      }
      Optional<String> named = Optional.of(texts.get(2)).filter(name -> !name.isEmpty());
      Optional<OfLesson> lesson =
          Optional.of(new OfLesson(texts.get(4), texts.get(5))).filter(of -> !of.file().isEmpty());
      return new PageData(
          texts.get(0),
          files,
          rules,
          new Folders(texts.get(1), named, texts.get(3)),
          starts,
          lesson);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    block(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(block(in), StandardCharsets.UTF_8);
  }

  private static void block(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] block(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}

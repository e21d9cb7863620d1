package org.isfsim.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.isfsim.article.Cell;
import org.isfsim.article.Table;

/** Writes tables as a workbook, a sheet for each; the same tables give the same bytes. */
final class Workbooks {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int WIDEST = 60;
  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED =
      Pattern.compile("<dcterms:created.*?</dcterms:created>", Pattern.DOTALL);

  private Workbooks() {}

  /** Writes a workbook in Office Open XML to a file. */
  static void write(Path file, List<Table> tables) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "isfsim", "1.0")) {
      for (Table table : tables) {
        sheet(book.newWorksheet(table.name()), table);
      }
    }
    Files.write(file, withoutTimes(file));
  }

  private static void sheet(Worksheet sheet, Table table) {
    sheet.freezePane(0, 1);
    for (int c = 0; c < table.columns().size(); c++) {
      String title = table.columns().get(c).title();
      sheet.value(0, c, title);
      sheet.style(0, c).bold().set();
      int widest = title.length();
      for (int r = 0; r < table.rows().size(); r++) {
        Optional<Object> value = table.rows().get(r).get(c).value();
        widest = Math.max(widest, put(sheet, r + 1, c, value));
      }
      sheet.width(c, Math.min(widest, WIDEST) + 2.0);
    }
  }

  /** Puts a value into a cell; how many letters it takes. */
  private static int put(Worksheet sheet, int row, int column, Optional<Object> value) {
    if (value.isEmpty()) {
      return 0;
    }
    if (value.get() instanceof Number number) {
      sheet.value(row, column, number);
      return Cell.of(number).words().length();
    }
    String text =
        value.get() instanceof List<?> list
            ? String.join(" ", list.stream().map(String::valueOf).toList())
            : value.get().toString();
    sheet.value(row, column, text);
    return text.length();
  }

  /** The same parts without the times at which they were written. */
  private static byte[] withoutTimes(Path book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(book.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part : Collections.list(in.entries())) {
        byte[] content = in.getInputStream(part).readAllBytes();
        if (part.getName().equals(PROPERTIES)) {
          content =
              CREATED
                  .matcher(new String(content, StandardCharsets.UTF_8))
                  .replaceAll("")
                  .getBytes(StandardCharsets.UTF_8);
        }
        ZipEntry entry = new ZipEntry(part.getName());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}

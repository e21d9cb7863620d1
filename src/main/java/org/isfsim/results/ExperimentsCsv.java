package org.isfsim.results;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.isfsim.article.Csv;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.CaseSink;
import org.isfsim.montecarlo.RowBytes;
import org.isfsim.parameter.Domain;
import org.isfsim.report.RunReport;

/**
 * The cases of a run as CSV, one row each: the parameters that vary by address, empty where the
 * scenario lacks one, then {@code case}, {@code policy} and {@code scenario}, then the outcome, the
 * indicators, and the milestones as ISO dates, empty if not reached by the horizon. This is how the
 * EMA Workbench lays out experiments and outcomes.
 *
 * <p>Every value's text is made once, with the commas behind it, and kept as numbers of eight
 * letters each: a field of a row costs a store or two.
 */
public final class ExperimentsCsv implements CaseSink {

  private static final VarHandle LETTERS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Letters of a number of a case, the fields behind it apart. */
  private static final int DIGITS = 19;

  private final CasesAs as;
  private final Destination destination;
  private final List<String> header = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();

  /** What stands before the first parameter, and between case and outcome. */
  private final byte[] first;

  private final byte[] middle;
  private final Field[] before;
  private final Field[] after;
  private final int longest;

  /** Where rows go. */
  @FunctionalInterface
  public interface Destination {
    /** Takes some bytes. */
    void write(byte[] bytes) throws IOException;
  }

  /** The texts of a variable by index, each with the commas that follow it. */
  private static final class Field {
    private final int width;
    private final long[] letters;
    private final int[] lengths;

    Field(int size, IntFunction<String> texts) {
      byte[][] bytes = new byte[size][];
      int most = 0;
      for (int i = 0; i < size; i++) {
        bytes[i] = texts.apply(i).getBytes(StandardCharsets.UTF_8);
        most = Math.max(most, bytes[i].length);
      }
      width = (most + Long.BYTES - 1) / Long.BYTES;
      letters = new long[size * width];
      lengths = new int[size];
      for (int i = 0; i < size; i++) {
        lengths[i] = bytes[i].length;
        for (int j = 0; j < bytes[i].length; j++) {
          letters[i * width + j / Long.BYTES] |=
              (bytes[i][j] & 0xFFL) << Byte.SIZE * (j % Long.BYTES);
        }
      }
    }

    int put(int value, byte[] to, int at) {
      int place = value * width;
      for (int i = 0; i < width; i++) {
        LETTERS.set(to, at + Long.BYTES * i, letters[place + i]);
      }
      return at + lengths[value];
    }
  }

  /**
   * A table of a plan's cases.
   *
   * @param layout the columns
   * @param as how rows are packed
   * @param destination what packed rows are written to
   */
  ExperimentsCsv(Plan plan, CaseLayout layout, CasesAs as, Destination destination) {
    this.as = as;
    this.destination = destination;
    List<String> present = new ArrayList<>();
    List<Integer> commas = new ArrayList<>();
    int none = 0;
    for (String address : layout.varying()) {
      header.add(address);
      if (plan.scenario().settings().containsKey(address)) {
        present.add(address);
        commas.add(1);
      } else if (present.isEmpty()) {
        none++;
      } else {
        commas.set(commas.size() - 1, commas.get(commas.size() - 1) + 1);
      }
    }
    first = ",".repeat(none).getBytes(StandardCharsets.UTF_8);
    before = new Field[present.size()];
    for (int i = 0; i < before.length; i++) {
      before[i] = field(plan.variable(present.get(i)), ",".repeat(commas.get(i)));
    }
    header.addAll(List.of("case", "policy", "scenario", "outcome"));
    middle =
        Stream.of("", RunReport.policyName(plan.scenario()), plan.scenario().id(), "")
            .map(Csv::field)
            .reduce((a, b) -> a + "," + b)
            .orElseThrow()
            .getBytes(StandardCharsets.UTF_8);
    List<Field> results = new ArrayList<>();
    int last = plan.indicators().size() + plan.milestones().size();
    results.add(field(plan.outcome(), end(0, last)));
    plan.indicators()
        .forEach(
            i -> {
              header.add(i.name());
              results.add(field(i.variable(), end(results.size(), last)));
            });
    plan.milestones().forEach(m -> results.add(dates(plan, m, end(results.size(), last))));
    after = results.toArray(Field[]::new);
    int letters = first.length + DIGITS + middle.length + 2 * Long.BYTES;
    for (Field field : Stream.concat(Stream.of(before), Stream.of(after)).toList()) {
      letters += field.width * Long.BYTES;
    }
    longest = letters;
    if (header.stream().distinct().count() != header.size()) {
      throw new IllegalArgumentException("Two columns have one name among " + header);
    }
  }

  private static String end(int index, int last) {
    return index == last ? "\n" : ",";
  }

  private Field field(Variable variable, String end) {
    variables.add(variable);
    Domain domain = variable.domain();
    return new Field(domain.size(), value -> Csv.field(domain.text(value)) + end);
  }

  private Field dates(Plan plan, Milestone milestone, String end) {
    header.add(milestone.name());
    variables.add(milestone.week());
    Domain weeks = milestone.week().domain();
    return new Field(
        weeks.size(),
        value -> {
          int week = weeks.number(value);
          return (week > plan.horizonWeeks() ? "" : plan.date(week)) + end;
        });
  }

  /** Writes the header; once, before any rows. */
  void writeHeader() throws IOException {
    StringBuilder text = new StringBuilder();
    Csv.line(text, header);
    write(packed(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<Variable> variables() {
    return variables;
  }

  @Override
  public void render(long[] numbers, int cases, short[][] columns, RowBytes rows) {
    byte[] to = rows.withRoomFor(Math.multiplyExact(cases, longest));
    int at = rows.length();
    for (int row = 0; row < cases; row++) {
      at = put(first, to, at);
      for (int i = 0; i < before.length; i++) {
        at = before[i].put(columns[i][row], to, at);
      }
      at = number(numbers[row], to, at);
      at = put(middle, to, at);
      for (int i = 0; i < after.length; i++) {
        at = after[i].put(columns[before.length + i][row], to, at);
      }
    }
    rows.setLength(at);
  }

  private static int put(byte[] bytes, byte[] to, int at) {
    System.arraycopy(bytes, 0, to, at, bytes.length);
    return at + bytes.length;
  }

  private static int number(long number, byte[] to, int at) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      to[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }

  @Override
  public byte[] packed(byte[] rows) {
    return as.packed(rows);
  }

  @Override
  public void write(byte[] packed) throws IOException {
    destination.write(packed);
  }
}

package org.isfsim.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.isfsim.article.Csv;
import org.isfsim.model.Case;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.CaseSink;
import org.isfsim.parameter.Domain;
import org.isfsim.report.RunReport;

/**
 * The cases of a run as CSV, one row each: the parameters in the scenario's order by address, then
 * {@code case}, {@code policy} and {@code scenario}, then the outcome, the indicators, and the
 * milestones as ISO dates, empty if not reached by the horizon. This is how the EMA Workbench lays
 * out experiments and outcomes.
 *
 * <p>Every value's text is made once; a row costs one append for each column.
 */
public final class ExperimentsCsv implements CaseSink {

  private final Appendable out;
  private final List<String> header = new ArrayList<>();
  private final Column[] before;
  private final Column[] after;
  private final String middle;

  /** The texts of a variable by index, each with the comma that follows it. */
  private record Column(int slot, String[] texts) {}

  /**
   * A table of a plan's cases.
   *
   * @param out what rows are written to
   */
  public ExperimentsCsv(Plan plan, Appendable out) {
    this.out = out;
    List<Column> parameters = new ArrayList<>();
    for (String address : plan.scenario().settings().keySet()) {
      parameters.add(column(address, plan.variable(address), ","));
    }
    header.addAll(List.of("case", "policy", "scenario"));
    middle =
        ","
            + Csv.field(RunReport.policyName(plan.scenario()))
            + ","
            + Csv.field(plan.scenario().id())
            + ",";
    List<Column> results = new ArrayList<>();
    int last = plan.indicators().size() + plan.milestones().size();
    results.add(column("outcome", plan.outcome(), end(0, last)));
    plan.indicators()
        .forEach(i -> results.add(column(i.name(), i.variable(), end(results.size(), last))));
    plan.milestones().forEach(m -> results.add(dates(plan, m, end(results.size(), last))));
    before = parameters.toArray(Column[]::new);
    after = results.toArray(Column[]::new);
    if (header.stream().distinct().count() != header.size()) {
      throw new IllegalArgumentException("Two columns have one name among " + header);
    }
  }

  private static String end(int index, int last) {
    return index == last ? "\n" : ",";
  }

  private Column column(String name, Variable variable, String end) {
    header.add(name);
    Domain domain = variable.domain();
    String[] texts = new String[domain.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Csv.field(domain.text(i)) + end;
    }
    return new Column(variable.slot(), texts);
  }

  private Column dates(Plan plan, Milestone milestone, String end) {
    header.add(milestone.name());
    Domain weeks = milestone.week().domain();
    String[] texts = new String[weeks.size()];
    for (int i = 0; i < texts.length; i++) {
      int week = weeks.number(i);
      texts[i] = (week > plan.horizonWeeks() ? "" : plan.date(week)) + end;
    }
    return new Column(milestone.week().slot(), texts);
  }

  /** The names of the columns. */
  public List<String> columns() {
    return List.copyOf(header);
  }

  /** Writes the header; once, before any rows. */
  public void writeHeader() throws IOException {
    StringBuilder text = new StringBuilder();
    Csv.line(text, header);
    out.append(text);
  }

  @Override
  public void render(Case row, StringBuilder text) {
    render(row.number(), row.values(), text);
  }

  /** Appends a row, given the index of each variable's value by slot. */
  void render(long caseNumber, int[] values, StringBuilder text) {
    for (Column column : before) {
      text.append(column.texts()[values[column.slot()]]);
    }
    text.append(caseNumber).append(middle);
    for (Column column : after) {
      text.append(column.texts()[values[column.slot()]]);
    }
  }

  @Override
  public void write(CharSequence rows) throws IOException {
    out.append(rows);
  }
}

package org.isfsim.report;

import java.util.List;
import org.isfsim.analysis.Signpost;
import org.isfsim.analysis.SignpostList;
import org.isfsim.article.Table;

/** What to watch, as tables that other programs read. */
public final class SignpostTables {

  private SignpostTables() {}

  /** The names of the tables. */
  public static List<String> names() {
    return List.of("signposts", "values");
  }

  /** The tables. */
  public static List<Table> of(SignpostList list) {
    Table.Builder signposts =
        new Table.Builder(
            "signposts", "signpost", "kind", "title", "bits", "share", "earliest", "median");
    Table.Builder values =
        new Table.Builder(
            "values",
            "signpost",
            "value",
            "target",
            "value_probability",
            "target_probability",
            "target_given_value",
            "value_given_target");
    for (Signpost signpost : list.signposts()) {
      signposts.row(
          signpost.name(),
          signpost.kind().word(),
          signpost.title(),
          signpost.bits(),
          signpost.bits() / list.entropy(),
          signpost.known().map(known -> known.earliest().toString()),
          signpost.known().map(known -> known.median().toString()));
      for (Signpost.AtValue value : signpost.values()) {
        for (int i = 0; i < list.indices().size(); i++) {
          int target = list.indices().get(i);
          values.row(
              signpost.name(),
              value.value(),
              list.names().get(i),
              value.probability(),
              list.probability()[target],
              value.target()[target],
              value.backwards()[target]);
        }
      }
    }
    return List.of(signposts.build(), values.build());
  }
}

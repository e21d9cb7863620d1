package org.isfsim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;

/**
 * A copy of the rule folder in which more than rules has changed, with the model that it holds.
 *
 * @param folder the copy
 * @param model what it says of a case
 */
public record ChangedFolder(Path folder, Model model) {

  /** A copy in which eight votes are enough for a text: one edit. */
  public static ChangedFolder whereEightVotesAreEnough(Path folder) throws IOException {
    new RuleCopy(folder);
    edit(
        folder.resolve("parameters.yaml"),
        "    describes: Yes votes that a text needs\n    default: 9\n",
        "    describes: Yes votes that a text needs\n    default: 8\n");
    return new ChangedFolder(folder, Model.read(folder));
  }

  /** A copy in which each contributor's parliament must agree: an attribute, a field, a rule. */
  public static ChangedFolder whereParliamentsMustAgree(Path folder) throws IOException {
    RuleCopy copy = new RuleCopy(folder);
    edit(
        folder.resolve("parameters.yaml"),
        "  contributors.*.troops:\n",
        """
          contributors.*.parliament-agrees:
            kind: uncertainty
            domain: flag
            describes: Whether the state's parliament agrees to send what it gives
            default: { chance: 1/2 }
            basis: assumption
            note: no document speaks of parliaments
          contributors.*.troops:
        """);
    edit(
        folder.resolve("model.yaml"),
        "      willing: contributors.*.willing\n",
        """
              willing: contributors.*.willing
              parliamentAgrees: contributors.*.parliament-agrees
        """);
    copy.replace("joining", "Joining(willing,", "Joining(parliamentAgrees, willing,");
    Files.writeString(
        folder.resolve("joining.drl"),
        """

        rule "A state whose parliament does not agree sends nothing"
            @claims("")
            @kind(assumption)
            @note("No document speaks of parliaments")
        when
            Joining(!parliamentAgrees)
        then
            decide(false);
            reason("no-parliament");
        end
        """,
        StandardOpenOption.APPEND);
    return new ChangedFolder(folder, Model.read(folder));
  }

  private static void edit(Path file, String text, String replacement) throws IOException {
    String before = Files.readString(file);
    if (!before.contains(text)) {
      throw new AssertionError(file + " does not contain " + text);
    }
    Files.writeString(file, before.replace(text, replacement));
  }

  /** The plan of the baseline with some values set, as by {@code --set}. */
  public Plan baseline(Map<String, String> sets) {
    return model.plan(
        new ScenarioLoader(model.catalogue(), claim -> true)
            .load(Shipped.BASELINE, Selection.ofSets(sets)));
  }

  /** Decisions by its rules, to be closed. */
  public Decisions decisions() {
    return Decisions.remembering(RuleSet.read(folder, model.signatures()));
  }
}

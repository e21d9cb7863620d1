package org.isfsim.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.page.Lesson;
import org.isfsim.page.PageModel;
import org.isfsim.page.PageModels;
import org.isfsim.report.Circumstances;
import org.isfsim.report.RegisteredSides;
import org.isfsim.source.Register;

/**
 * What the model of a page is made of.
 *
 * @param folder the folder of the rules, if it is not the one that comes with isfsim
 */
record PageParts(Model model, RuleSet rules, Register register, Optional<Path> folder) {

  /** Reads them. */
  static PageParts of(Session session, Optional<Path> folder) {
    Model model = session.model(folder);
    return new PageParts(model, session.rules(model, folder), session.register(), folder);
  }

  RegisteredSides sides() {
    return new RegisteredSides(register);
  }

  /** The models of the scenarios of a page, by the names of the starting points. */
  PageModels models(Decisions decisions, Map<String, Path> starts, Optional<Lesson> lesson) {
    return new PageModels(starts, scenario -> model(decisions, scenario, lesson));
  }

  /** The model of a scenario. */
  PageModel model(Decisions decisions, Path scenario, Optional<Lesson> lesson) {
    Circumstances circumstances =
        Circumstances.of(Main.version(), rules.sha256(), folder.map(Path::toString), register);
    return new PageModel(
        circumstances,
        model,
        decisions,
        register,
        scenario,
        lesson.map(Lesson::statements).orElse(List.of()));
  }
}

package org.isfsim.scenario;

import java.util.List;
import org.isfsim.document.Problem;

/**
 * Finds what is wrong with what was observed in a scenario and with its questions. What they mean
 * depends on a model, of which a loader knows no more than the catalogue.
 */
@FunctionalInterface
public interface StatementCheck {

  /** Looks at no statement. */
  StatementCheck NONE = (scenario, areContributorsKnown) -> List.of();

  /**
   * The problems of a scenario's statements.
   *
   * @param scenario a scenario of which statements and contributors alone are as they were written
   * @param areContributorsKnown whether it has every contributor; else it has those that it is
   *     known to have and those that its statements speak of
   */
  List<Problem> problems(Scenario scenario, boolean areContributorsKnown);
}

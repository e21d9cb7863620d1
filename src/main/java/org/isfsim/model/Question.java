package org.isfsim.model;

import java.util.List;
import org.isfsim.decision.Signature;
import org.isfsim.document.Mark;

/**
 * A decision that is asked in every case: what it is about, and where its fields come from.
 *
 * @param name the name of its main result; with a star if it is asked for every contributor
 * @param mark where it stands
 * @param signature what it reads and decides; another question may have the same
 * @param sources where each of the signature's inputs comes from: a name, or a value that is given
 */
record Question(String name, Mark mark, Signature signature, List<Expression> sources) {
  Question {
    sources = List.copyOf(sources);
  }

  /** Whether it is asked for every contributor. */
  boolean isForEach() {
    return Names.isOfElement(name);
  }

  /** The name of a result. */
  String result(int result) {
    String own = signature.results().get(result).name();
    return own.isEmpty() ? name : name + "." + own;
  }
}

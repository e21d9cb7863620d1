package org.isfsim.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** Finds what needs itself, directly or through others. */
final class ReadingOrder {

  private final Map<String, List<Expression.Name>> reads;
  private final Problems problems;
  private final Set<String> done = new HashSet<>();
  private final List<String> way = new ArrayList<>();

  /**
   * @param reads what each name reads
   */
  ReadingOrder(Map<String, List<Expression.Name>> reads, Problems problems) {
    this.reads = reads;
    this.problems = problems;
  }

  /** Reports every cycle that can be reached from these names, once. */
  void check(Collection<String> from) {
    from.forEach(this::visit);
  }

  private void visit(String name) {
    if (done.contains(name)) {
      return;
    }
    way.add(name);
    for (Expression.Name next : reads.getOrDefault(name, List.of())) {
      int start = way.indexOf(next.name());
      if (start >= 0) {
        List<String> cycle = new ArrayList<>(way.subList(start, way.size()));
        cycle.add(next.name());
        problems.add(
            Problem.of(next.mark(), "", "a cycle: " + String.join(" reads ", cycle))
                .advising("cut it by time: decide what acts first as a result of its own"));
      } else {
        visit(next.name());
      }
    }
    way.remove(way.size() - 1);
    done.add(name);
  }
}

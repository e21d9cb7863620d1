package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** Reads what the catalogue says of the order of a parameter's values. */
final class OrderReader {

  private final Problems problems;
  private final List<Citation> citations;

  /**
   * @param citations takes down the claims that are cited
   */
  OrderReader(Problems problems, List<Citation> citations) {
    this.problems = problems;
    this.citations = citations;
  }

  /** The orders of a list; what is wrong is added to the problems. */
  List<Order> read(Node node, String path, ParameterKind kind, Specification specification) {
    if (kind != ParameterKind.UNCERTAINTY) {
      problems.add(
          node.mark(), path, "claims order the values of an uncertainty, not of a " + kind.word());
      return List.of();
    }
    if (!specification.canBeOrdered()) {
      problems.add(
          Problem.of(node.mark(), path, "claims cannot order what the default says")
              .allowing(
                  "a choice, a chance or a binomial, or branches that are choices or chances"));
      return List.of();
    }
    if (!(node instanceof Node.Sequence list)) {
      problems.add(node.mark(), path, "must be a list, found " + node.described());
      return List.of();
    }
    if (list.items().isEmpty()) {
      problems.add(node.mark(), path, "the list orders nothing");
    }
    List<Order> orders = new ArrayList<>();
    Set<Integer> values = new HashSet<>();
    Set<String> claims = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      String here = path + "[" + i + "]";
      Fields.of(list.items().get(i), here, problems)
          .flatMap(fields -> order(fields, specification, values, claims))
          .ifPresent(orders::add);
    }
    return orders;
  }

  private Optional<Order> order(
      Fields fields, Specification specification, Set<Integer> values, Set<String> claims) {
    fields.allow(List.of("towards", "claims"));
    OptionalInt towards =
        fields
            .require("towards")
            .map(node -> towards(node, fields.pathOf("towards"), specification, values))
            .orElse(OptionalInt.empty());
    String path = fields.pathOf("claims");
    Optional<Node> written = fields.require("claims");
    List<Citation> cited =
        written.map(node -> Citation.readAll(node, path, problems)).orElse(List.of());
    boolean isEmptyList =
        written.filter(Node.Sequence.class::isInstance).isPresent()
            && written.get() instanceof Node.Sequence list
            && list.items().isEmpty();
    if (isEmptyList) {
      problems.add(fields.map().mark(), path, "an order names one claim or more");
    }
    for (Citation citation : cited) {
      if (!claims.add(citation.claim())) {
        problems.add(
            citation.mark(), path, "the claim " + citation.claim() + " orders the values already");
      }
    }
    citations.addAll(cited);
    return towards.isEmpty() || cited.isEmpty()
        ? Optional.empty()
        : Optional.of(new Order(towards.getAsInt(), Citation.ids(cited)));
  }

  private OptionalInt towards(
      Node node, String path, Specification specification, Set<Integer> values) {
    Domain domain = specification.domain();
    OptionalInt index = Values.read(node, path, domain, problems);
    if (index.isEmpty()) {
      return index;
    }
    int last = domain.size() - 1;
    if (domain instanceof Domain.Numbers && index.getAsInt() != 0 && index.getAsInt() != last) {
      problems.add(
          Problem.of(node.mark(), path, domain.text(index.getAsInt()) + " is no end of the count")
              .allowing(domain.text(0) + ", " + domain.text(last)));
      return OptionalInt.empty();
    }
    if (!values.add(index.getAsInt())) {
      problems.add(
          Problem.of(
                  node.mark(),
                  path,
                  "the values are ordered towards " + domain.text(index.getAsInt()) + " twice")
              .advising("name all its claims in one place"));
    }
    return index;
  }
}

package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A node of a classification tree.
 *
 * @param question what its parent asks, answered this way; empty for the root
 * @param region the region of all answers up to here
 * @param children two nodes, or none for a leaf
 */
public record TreeNode(Optional<Restriction> question, Region region, List<TreeNode> children) {

  /** Copies the list. */
  public TreeNode {
    children = List.copyOf(children);
  }

  /** Whether nothing more is asked. */
  public boolean isLeaf() {
    return children.isEmpty();
  }

  /** The leaves, in the order of the tree. */
  public List<TreeNode> leaves() {
    if (isLeaf()) {
      return List.of(this);
    }
    List<TreeNode> leaves = new ArrayList<>();
    children.forEach(child -> leaves.addAll(child.leaves()));
    return leaves;
  }

  /** The same tree with the regions of its leaves replaced. */
  TreeNode withLeaves(UnaryOperator<Region> replacement) {
    return isLeaf()
        ? new TreeNode(question, replacement.apply(region), children)
        : new TreeNode(
            question,
            region,
            children.stream().map(child -> child.withLeaves(replacement)).toList());
  }
}

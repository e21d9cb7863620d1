package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.isfsim.analysis.CaseColumns.Column;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A classification tree over sampled cases (L. Breiman, J. H. Friedman, R. A. Olshen and C. J.
 * Stone, Classification and Regression Trees, 1984), grown by Tribuo with Gini's impurity. A
 * numeric parameter is one feature; of any other, each value is one, as in the EMA Workbench.
 */
final class Cart {

  private static final String HIT = "hit";
  private static final String MISS = "miss";

  /** What one question of the tree is about: a numeric column, or one value of another. */
  private record Question(int column, int value) {}

  private static final double OFTEN = 0.001;

  private final CaseColumns data;
  private final int smallestLeaf;
  private final Map<String, Question> questions = new HashMap<>();

  private Cart(CaseColumns data, int smallestLeaf) {
    this.data = data;
    this.smallestLeaf = smallestLeaf;
  }

  /**
   * Grows a tree.
   *
   * @param depth how many questions may follow one another, at least 1
   * @param smallestLeaf how many cases a leaf must have to be told apart from its neighbour
   */
  static TreeNode grow(CaseColumns data, int depth, int smallestLeaf) {
    Cart cart = new Cart(data, smallestLeaf);
    CARTClassificationTrainer trainer =
        new CARTClassificationTrainer(depth, smallestLeaf, 0f, 1f, false, new GiniIndex(), 1L);
    TreeModel<Label> model = trainer.train(cart.dataset());
    BitSet[] everything = new BitSet[data.columns().size()];
    for (int c = 0; c < everything.length; c++) {
      everything[c] = data.columns().get(c).possible();
    }
    int[] rows = IntStream.range(0, data.cases()).toArray();
    return cart.node(model, model.getRoot(), everything, rows, Optional.empty());
  }

  private MutableDataset<Label> dataset() {
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("sampled cases", labels), labels);
    Label hit = new Label(HIT);
    Label miss = new Label(MISS);
    for (int row = 0; row < data.cases(); row++) {
      List<Feature> features = new ArrayList<>();
      for (int c = 0; c < data.columns().size(); c++) {
        int value = data.columns().get(c).values()[row];
        Feature feature = feature(c, value);
        if (feature.getValue() != 0) {
          features.add(feature);
        }
      }
      dataset.add(new ArrayExample<>(data.hits()[row] ? hit : miss, features));
    }
    return dataset;
  }

  /** Numbers begin at one: a feature that is left out counts as zero. */
  private Feature feature(int c, int value) {
    Column column = data.columns().get(c);
    String name = column.isNumeric() ? column.address() : column.address() + "=" + value;
    questions.computeIfAbsent(name, n -> new Question(c, column.isNumeric() ? -1 : value));
    return new Feature(name, column.isNumeric() ? value + 1 : 1);
  }

  private TreeNode node(
      TreeModel<Label> model,
      Node<Label> node,
      BitSet[] allowed,
      int[] rows,
      Optional<Restriction> question) {
    List<TreeNode> children = new ArrayList<>();
    if (node instanceof SplitNode<Label> split) {
      String name = model.getFeatureIDMap().get(split.getFeatureID()).getName();
      Question asked = questions.get(name);
      if (asked == null) {
        throw new IllegalStateException("The tree asks for " + name);
      }
      BitSet low = below(asked, split.splitValue());
      BitSet high = (BitSet) low.clone();
      high.flip(0, data.columns().get(asked.column()).domain().size());
      children.add(child(model, split.getLessThanOrEqual(), allowed, rows, asked, low));
      children.add(child(model, split.getGreaterThan(), allowed, rows, asked, high));
    }
    int hits = (int) IntStream.of(rows).filter(row -> data.hits()[row]).count();
    BoxStatistics statistics = new BoxStatistics(rows.length, hits, data.cases(), data.hitCount());
    return new TreeNode(
        question,
        new Region(limits(allowed), statistics, Optional.empty()),
        isWorthwhile(statistics, children) ? children : List.of());
  }

  /**
   * Whether a question is worth asking. Tribuo does not prune, so two leaves become one again where
   * either is small or chance would often make one as dense. As a tree tries thousands of questions
   * and keeps the best, often is once in a thousand.
   */
  private boolean isWorthwhile(BoxStatistics parent, List<TreeNode> children) {
    if (!children.stream().allMatch(TreeNode::isLeaf)) {
      return true;
    }
    double least = 1;
    for (TreeNode child : children) {
      BoxStatistics leaf = child.region().sampled();
      if (leaf.cases() < smallestLeaf) {
        return false;
      }
      least = Math.min(least, BoxFinder.chance(leaf.cases(), leaf.hits(), parent.density()));
    }
    return least < OFTEN;
  }

  /** The values that answer a question with "no more than". */
  private BitSet below(Question asked, double threshold) {
    int size = data.columns().get(asked.column()).domain().size();
    BitSet below = new BitSet();
    for (int value = 0; value < size; value++) {
      double feature = asked.value() < 0 ? value + 1.0 : value == asked.value() ? 1 : 0;
      below.set(value, feature <= threshold);
    }
    return below;
  }

  private TreeNode child(
      TreeModel<Label> model,
      Node<Label> node,
      BitSet[] allowed,
      int[] rows,
      Question asked,
      BitSet answer) {
    BitSet[] inside = allowed.clone();
    BitSet values = (BitSet) allowed[asked.column()].clone();
    values.and(answer);
    inside[asked.column()] = values;
    Column column = data.columns().get(asked.column());
    int[] kept = IntStream.of(rows).filter(row -> answer.get(column.values()[row])).toArray();
    return node(model, node, inside, kept, Optional.of(restriction(column, values)));
  }

  private List<Restriction> limits(BitSet[] allowed) {
    List<Restriction> limits = new ArrayList<>();
    for (int c = 0; c < allowed.length; c++) {
      Column column = data.columns().get(c);
      if (!allowed[c].equals(column.possible())) {
        limits.add(restriction(column, allowed[c]));
      }
    }
    return limits;
  }

  private static Restriction restriction(Column column, BitSet allowed) {
    return new Restriction(column.address(), column.domain(), column.possible(), allowed);
  }
}

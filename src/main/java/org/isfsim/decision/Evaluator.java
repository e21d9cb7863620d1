package org.isfsim.decision;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Fires the rules, one fact at a time. Not thread-safe; close it when done, or the compiled rules
 * keep it in memory.
 */
public final class Evaluator implements AutoCloseable {

  private final RuleSet rules;
  private final KieSession session;
  private final Map<String, Facts> facts = new HashMap<>();
  private final BitSet fired = new BitSet();

  Evaluator(RuleSet rules, KieBase base) {
    this.rules = rules;
    this.session = base.newKieSession();
    IntConsumer collector = fired::set;
    session.setGlobal(GeneratedRules.COLLECTOR, collector);
    for (int place = 0; place < rules.signatures().size(); place++) {
      Signature signature = rules.signatures().get(place);
      facts.put(signature.decision(), new Facts(signature, place, base));
    }
  }

  /**
   * Fires the rules of a decision on one fact, from nothing.
   *
   * @param combination one index per input
   * @throws IllegalArgumentException if there is no such decision or no such combination
   */
  public Verdict fire(String decision, int... combination) {
    Facts of = facts.get(decision);
    if (of == null) {
      throw new IllegalArgumentException("No decision \"" + decision + "\"");
    }
    of.signature.key(combination);
    fired.clear();
    FactHandle handle = session.insert(of.fact(combination));
    try {
      session.fireAllRules();
    } finally {
      session.delete(handle);
    }
    List<Rule> inOrder = new ArrayList<>(fired.cardinality());
    fired.stream().forEach(i -> inOrder.add(rules.rules().get(i)));
    return Verdict.of(of.signature, inOrder);
  }

  @Override
  public void close() {
    session.dispose();
  }

  /** Makes the facts of one decision. */
  private static final class Facts {

    private final Signature signature;
    private final Codes codes;
    private final Rows rows;
    private final MethodHandle constructor;

    Facts(Signature signature, int place, KieBase base) {
      this.signature = signature;
      this.codes = new Codes(signature);
      this.rows = new Rows(signature);
      FactType type = base.getFactType(GeneratedRules.packageName(place), GeneratedRules.FACT);
      Class<?>[] parameters = new Class<?>[codes.fields()];
      Arrays.fill(parameters, long.class);
      try {
        constructor =
            MethodHandles.publicLookup()
                .findConstructor(type.getFactClass(), MethodType.methodType(void.class, parameters))
                .asSpreader(Object[].class, parameters.length);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("No fact for " + signature.decision(), e);
      }
    }

    Object fact(int[] combination) {
      int[] row = rows.row(combination);
      Object[] values = new Object[row.length];
      for (int i = 0; i < row.length; i++) {
        values[i] = (long) codes.ofIndex(i, row[i]);
      }
      try {
        return constructor.invoke(values);
      } catch (Throwable e) {
        throw new IllegalStateException("No fact for " + signature.decision(), e);
      }
    }
  }
}

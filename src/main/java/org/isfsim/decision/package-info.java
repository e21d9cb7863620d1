/**
 * Decisions: what goes in and comes out of each, the pure rules that make them, and the remembered
 * results of firing those rules.
 *
 * <p>Drools judges; Java here only reads the rules, checks that they are pure, hands their
 * conditions to Drools as written, and remembers what came of each distinct input. The parsed
 * reading of a rule ({@link org.isfsim.decision.Condition}) exists to explain and is tested to
 * agree with Drools on every combination; it never decides.
 *
 * <p>This is the only package that sees Drools. It may see documents and parameters; it knows
 * nothing of scenarios or of the order of decisions.
 */
@NullMarked
package org.isfsim.decision;

import org.jspecify.annotations.NullMarked;

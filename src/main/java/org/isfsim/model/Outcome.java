package org.isfsim.model;

/**
 * One of the ends that a case can come to.
 *
 * @param name its name in results
 * @param group the heading under which combined reports add it to others
 * @param means what it means, one sentence without its full stop
 * @param told what is added where a case that ended so is told; a template with {@code {value X}},
 *     {@code {words X}} and {@code {reasons X}}
 */
public record Outcome(String name, String group, String means, String told) {}

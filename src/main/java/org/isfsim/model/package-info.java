/**
 * The model: the order of a case's decisions, what feeds each, the timeline, indicators and
 * milestones.
 *
 * <p>Read {@link org.isfsim.model.Model} first. Java here only draws, adds, compares and dates;
 * what follows from what is decided by the rules in {@code rules/}. One plan serves sampling, the
 * exact walk and explanation alike.
 */
@NullMarked
package org.isfsim.model;

import org.jspecify.annotations.NullMarked;

/**
 * The one object that is asked: a scenario with the rules and the register, its plan, and the
 * questions about it that take more than one walk.
 *
 * <p>Answers are values; nothing here says them.
 */
@NullMarked
package org.isfsim.study;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: what a user types, what is printed, and the exit codes.
 *
 * <p>It is thin: a command reads its options, asks the packages above and prints what they answer.
 * Command classes hold no heavy static state, so that help appears at once. {@link
 * org.isfsim.cli.Main} is the entry point.
 */
@NullMarked
package org.isfsim.cli;

import org.jspecify.annotations.NullMarked;

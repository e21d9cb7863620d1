/** The command line. */
@NullMarked
package org.isfsim.cli;

import org.jspecify.annotations.NullMarked;

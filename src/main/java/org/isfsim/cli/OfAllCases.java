package org.isfsim.cli;

/** A command that looks at all cases, so that nothing can be observed. */
interface OfAllCases {}

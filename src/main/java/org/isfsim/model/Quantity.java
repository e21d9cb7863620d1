package org.isfsim.model;

import java.util.Optional;
import org.isfsim.document.Mark;

/**
 * A quantity as the model file declares it.
 *
 * @param name its name; with a star where every contributor has its own
 * @param mark where it stands
 * @param expression how it is worked out
 * @param title what it tells where it is an event of a case, for texts
 */
record Quantity(String name, Mark mark, Expression expression, Optional<String> title) {}

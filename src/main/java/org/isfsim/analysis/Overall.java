package org.isfsim.analysis;

import java.util.OptionalDouble;
import org.isfsim.model.Variable;

/**
 * What one uncertain parameter does to a result as a whole, over all of its values: the variances
 * of all values added up (F. Gamboa, A. Janon, T. Klein and A. Lagnoux, Sensitivity analysis for
 * multidimensional and functional outputs, Electronic Journal of Statistics 8, 2014).
 *
 * @param variable the outcome or an indicator
 * @param address the parameter
 * @param first the first-order index, 0 to 1
 * @param total the total index, 0 to 1; none if it was not worked out
 */
public record Overall(Variable variable, String address, double first, OptionalDouble total) {}

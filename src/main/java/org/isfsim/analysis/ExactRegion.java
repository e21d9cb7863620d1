package org.isfsim.analysis;

/**
 * What the exact walk says of a region.
 *
 * @param mass the probability that a case lies in the region
 * @param density the probability that a case in the region hits the target; 0 for one without mass
 * @param coverage the probability that a case that hits the target lies in the region
 */
public record ExactRegion(double mass, double density, double coverage) {}

package org.isfsim.report;

/**
 * An assumption that moves an outcome: the lowest and highest probability of the outcome as the
 * assumption is set to each value of its domain.
 *
 * @param parameter the address of the assumption
 * @param outcome the outcome that it moves farthest
 * @param low the lowest probability of that outcome
 * @param high the highest
 * @param lowBy the setting that gives the lowest
 * @param highBy the setting that gives the highest
 */
public record Mover(
    String parameter, String outcome, double low, double high, String lowBy, String highBy) {}

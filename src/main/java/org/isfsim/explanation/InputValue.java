package org.isfsim.explanation;

/**
 * What a decision read.
 *
 * @param field the field as rules name it, such as {@code voteHeld}
 * @param inWords the field as a reader says it
 * @param value its value as written
 * @param provenance where the value comes from
 */
public record InputValue(String field, String inWords, String value, Provenance provenance) {}

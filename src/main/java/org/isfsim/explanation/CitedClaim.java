package org.isfsim.explanation;

import java.util.Optional;
import org.isfsim.source.Claim;

/**
 * A claim that a rule cites.
 *
 * @param id the id as the rule writes it
 * @param claim the claim in the register; empty for one that a rule folder of the user's own cites
 *     and the register does not know
 */
public record CitedClaim(String id, Optional<Claim> claim) {}

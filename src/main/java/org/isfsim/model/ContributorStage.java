package org.isfsim.model;

import java.util.List;
import java.util.Map;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Domain.Choice;
import org.isfsim.parameter.Domain.Flag;

/** The contributors, one after the other, and the force that they make up. */
record ContributorStage(PlanBuilder plan) {

  /**
   * What the contributors make available together, before the ceiling.
   *
   * @param troops armed troops
   * @param free those of them that may take part in disarming
   * @param allUneasy whether there are contingents and none accepts parallel operations
   * @param trainers whether anyone sends trainers
   */
  record Pool(Variable troops, Variable free, Variable allUneasy, Variable trainers) {}

  /** How strong the force is. */
  record Force(
      Variable force,
      Variable canCompel,
      Variable freeToDisarm,
      Variable reachesTabled,
      Variable reachesPrecedent,
      Variable reachesRatio) {}

  /**
   * Runs every contributor through its decision. Sums stop at the largest strength that the model
   * counts.
   */
  Pool pool(Variable authority) {
    Domain.Numbers range = PlanBuilder.troops();
    Choice ease = Choice.of("nobody", "all-uneasy", "some-at-ease");
    Variable troops = plan.constant("pool.troops", range, "0");
    Variable free = plan.constant("pool.free-to-disarm", range, "0");
    Variable mood = plan.constant("pool.mood", ease, "nobody");
    Variable trainers = plan.constant("pool.trainers", Flag.FLAG, "false");
    for (var contributor : plan.scenario().contributors()) {
      String id = contributor.id();
      Variable gives = attribute(id, "gives");
      Variable accepts = attribute(id, "accepts-parallel-operations");
      Variable contingent =
          plan.decide(
                  Signatures.CONTINGENT,
                  "contingent." + id,
                  Map.ofEntries(
                      Map.entry(
                          "state",
                          plan.constant(
                              "contingent." + id + ".state",
                              Signatures.STATE,
                              Signatures.STATE.indexOf(id).isPresent() ? id : "other")),
                      Map.entry("authority", authority),
                      Map.entry("gives", gives),
                      Map.entry("willing", attribute(id, "willing")),
                      Map.entry("requiresMandate", attribute(id, "requires-mandate")),
                      Map.entry("willDisarm", attribute(id, "will-disarm")),
                      Map.entry("acceptsParallel", accepts),
                      Map.entry("operations", plan.parameter("idf.operations")),
                      Map.entry("muslimMajority", attribute(id, "muslim-majority")),
                      Map.entry("vetoScope", plan.parameter("contingent.veto-scope")),
                      Map.entry("refusal", plan.parameter("contingent.refusal-to-disarm"))))
              .get(0);
      Variable comes =
          plan.is("contingent." + id + ".comes", contingent, "available-with-caveat", "available");
      Variable without = plan.is("contingent." + id + ".without-caveat", contingent, "available");
      Variable offered = attribute(id, "troops");
      troops = add("pool.troops." + id, troops, comes, gives, offered);
      free = add("pool.free-to-disarm." + id, free, without, gives, offered);
      mood =
          plan.compute(
              "pool.mood." + id,
              ease,
              List.of(mood, comes, gives, accepts),
              in -> in[1] == 0 || in[2] == 0 ? in[0] : in[3] == 1 ? 2 : Math.max(in[0], 1),
              "whether all contingents so far are uneasy about parallel operations");
      trainers =
          plan.compute(
              "pool.trainers." + id,
              Flag.FLAG,
              List.of(trainers, comes, gives),
              in -> in[0] == 1 || in[1] == 1 && in[2] == 0 ? 1 : 0,
              "whether any contributor so far sends trainers");
    }
    return new Pool(troops, free, plan.is("pool.all-uneasy", mood, "all-uneasy"), trainers);
  }

  private Variable attribute(String id, String name) {
    return plan.parameter("contributors." + id + "." + name);
  }

  private Variable add(
      String name, Variable sum, Variable counts, Variable gives, Variable offered) {
    int last = sum.domain().size() - 1;
    return plan.compute(
        name,
        sum.domain(),
        List.of(sum, counts, gives, offered),
        in -> in[1] == 1 && in[2] == 1 ? Math.min(in[0] + in[3], last) : in[0],
        sum.name() + " plus " + offered.name() + " if " + counts.name());
  }

  Force force(Pool pool) {
    Variable ceiling = plan.parameter("force.ceiling");
    Variable troops =
        plan.compute(
            "force.troops",
            PlanBuilder.troops(),
            List.of(pool.troops(), ceiling),
            in -> Math.min(in[0], in[1]),
            "pool.troops up to force.ceiling");
    Variable free =
        plan.compute(
            "force.troops-free-to-disarm",
            PlanBuilder.troops(),
            List.of(pool.free(), ceiling),
            in -> Math.min(in[0], in[1]),
            "pool.free-to-disarm up to force.ceiling");
    Variable tabled = reaches("force.reaches-tabled", troops, "force.tabled-strength");
    Variable precedent = reaches("force.reaches-precedent", troops, "force.precedent-strength");
    Variable police = plan.parameter("police.strength");
    Variable perThousand = plan.parameter("force.personnel-per-1000");
    Variable population = plan.parameter("population");
    Variable ratio =
        plan.compute(
            "force.reaches-ratio",
            Flag.FLAG,
            List.of(troops, police, perThousand, population),
            in ->
                PlanBuilder.number(troops, in[0]) + PlanBuilder.number(police, in[1])
                        >= PlanBuilder.number(perThousand, in[2])
                            * PlanBuilder.number(population, in[3])
                    ? 1
                    : 0,
            "force.troops plus police.strength for every 1,000 of population");
    List<Variable> results =
        plan.decide(
            Signatures.FORCE_STRENGTH,
            "force",
            Map.of(
                "troops",
                plan.band("force.troops-band", troops, "force.troops"),
                "freeToDisarm",
                plan.band("force.free-band", free, "force.free-to-disarm"),
                "yardstick",
                plan.parameter("force.yardstick"),
                "reachesTabled",
                tabled,
                "reachesPrecedent",
                precedent,
                "reachesRatio",
                ratio));
    return new Force(results.get(0), results.get(1), results.get(2), tabled, precedent, ratio);
  }

  private Variable reaches(String name, Variable troops, String strength) {
    Variable wanted = plan.parameter(strength);
    return plan.compute(
        name,
        Flag.FLAG,
        List.of(troops, wanted),
        in -> in[0] >= in[1] ? 1 : 0,
        troops.name() + " at least " + strength);
  }
}

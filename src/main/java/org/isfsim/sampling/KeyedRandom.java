package org.isfsim.sampling;

import java.nio.charset.StandardCharsets;

/**
 * A uniform number for each (seed, case, parameter address).
 *
 * <p>Three steps, each of 64 bits: the seed and the case number give a case key, the address gives
 * a parameter key, and a mix of their sum gives the number. The mix is the finaliser that Stafford
 * calls "Mix13" ("Better Bit Mixing", 2011), as in SplitMix64 of Steele, Lea and Flood ("Fast
 * Splittable Pseudorandom Number Generators", OOPSLA 2014). Only integer arithmetic, so the same on
 * every platform. Immutable and safe to share.
 */
public final class KeyedRandom {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long seed;

  /** Randomness of a run with this seed. */
  public KeyedRandom(long seed) {
    this.seed = mix(seed + GOLDEN_GAMMA);
  }

  /** The key of a case, numbered from 1. */
  public long caseKey(long caseNumber) {
    return mix(seed + caseNumber * GOLDEN_GAMMA);
  }

  /** The key of a parameter: FNV-1a over the address in UTF-8, then mixed. */
  public static long parameterKey(String address) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** The uniform number of a case and a parameter: a multiple of 2^-53 in [0, 1). */
  public static double uniform(long caseKey, long parameterKey) {
    return (mix(caseKey + parameterKey) >>> 11) * UNIT;
  }

  /**
   * The numbers of a parameter in some cases, each a uniform number times 2^53.
   *
   * @param caseKeys the keys of the cases
   * @param cases how many of them
   * @param parameterKey the key of the parameter
   * @param numbers receives whole numbers from 0 to 2^53 - 1
   */
  public static void numbers(long[] caseKeys, int cases, long parameterKey, long[] numbers) {
    for (int i = 0; i < cases; i++) {
      numbers[i] = mix(caseKeys[i] + parameterKey) >>> 11;
    }
  }

  /** Stafford's Mix13: a bijection of 64 bits. */
  static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}

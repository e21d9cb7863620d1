package org.isfsim.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.isfsim.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keyed randomness against published values and an implementation of its own in this test.
 *
 * <p>Every statistical test has a fixed seed and a chance of 1e-6 to fail for a sound generator,
 * had the seed been drawn; there are {@value #STATISTICAL_TESTS}, so jointly at most 2.3e-5.
 */
final class KeyedRandomTest {

  private static final int STATISTICAL_TESTS = 23;
  private static final double RATE = 1e-6;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** The finaliser written on whole numbers of any size instead of words. */
  private static long mix13(long z) {
    BigInteger word = BigInteger.ONE.shiftLeft(64);
    BigInteger x = new BigInteger(Long.toUnsignedString(z));
    x = x.xor(x.shiftRight(30)).multiply(new BigInteger("bf58476d1ce4e5b9", 16)).mod(word);
    x = x.xor(x.shiftRight(27)).multiply(new BigInteger("94d049bb133111eb", 16)).mod(word);
    return x.xor(x.shiftRight(31)).longValue();
  }

  private static long fnv1a(String text) {
    BigInteger word = BigInteger.ONE.shiftLeft(64);
    BigInteger hash = new BigInteger("cbf29ce484222325", 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = hash.xor(BigInteger.valueOf(b & 0xff)).multiply(new BigInteger("100000001b3", 16));
      hash = hash.mod(word);
    }
    return hash.longValue();
  }

  @Test
  void theNumbersOfManyCasesAreThoseOfEachAloneAndNoOtherIsWritten() {
    KeyedRandom random = new KeyedRandom(7);
    long parameter = KeyedRandom.parameterKey("council.china.vote");
    long[] keys = new long[20];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = random.caseKey(i + 1);
    }
    long[] numbers = new long[keys.length];
    numbers[19] = -1;
    KeyedRandom.numbers(keys, 19, parameter, numbers);
    for (int i = 0; i < 19; i++) {
      assertThat(numbers[i] * 0x1.0p-53).isEqualTo(KeyedRandom.uniform(keys[i], parameter));
    }
    assertThat(numbers[19]).isEqualTo(-1);
  }

  /** The first outputs of SplitMix64 for the seed 1234567, as its author's code prints them. */
  @Test
  void theMixGivesThePublishedSequenceOfSplitMix64() {
    String[] published = {
      "6457827717110365317",
      "3203168211198807973",
      "9817491932198370423",
      "4593380528125082431",
      "16408922859458223821"
    };
    long state = 1234567;
    for (String output : published) {
      state += GOLDEN_GAMMA;
      assertThat(Long.toUnsignedString(KeyedRandom.mix(state))).isEqualTo(output);
    }
  }

  @Test
  void theMixIsThatOfTheJdksSplittableRandom() {
    SplittableRandom jdk = new SplittableRandom(20251104);
    long state = 20251104;
    for (int i = 0; i < 10_000; i++) {
      state += GOLDEN_GAMMA;
      assertThat(KeyedRandom.mix(state)).isEqualTo(jdk.nextLong());
    }
  }

  @ParameterizedTest
  @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
  void aParameterKeyIsTheMixOfThePublishedHashOfItsAddress(String address, String fnv) {
    assertThat(KeyedRandom.parameterKey(address)).isEqualTo(mix13(Long.parseUnsignedLong(fnv, 16)));
  }

  @Test
  void aNumberIsAFunctionOfSeedCaseAndAddressAlone() {
    for (long seed : new long[] {0, 1, 20251104, -5, Long.MAX_VALUE}) {
      KeyedRandom random = new KeyedRandom(seed);
      for (long number : new long[] {1, 2, 4711, 1_000_000_000_000L}) {
        for (String address : List.of("council.china.vote", "contributors.IDN.troops", "ü")) {
          long caseKey = mix13(mix13(seed + GOLDEN_GAMMA) + number * GOLDEN_GAMMA);
          long key = mix13(fnv1a(address));
          double expected = (mix13(caseKey + key) >>> 11) / (double) (1L << 53);
          assertThat(KeyedRandom.uniform(random.caseKey(number), KeyedRandom.parameterKey(address)))
              .isEqualTo(expected)
              .isBetween(0.0, Math.nextDown(1.0));
        }
      }
    }
  }

  @Test
  void noTwoAddressesOfTheCatalogueShareAKey() {
    List<String> addresses =
        Shipped.scenario(Shipped.BASELINE, org.isfsim.scenario.Selection.NONE)
            .settings()
            .keySet()
            .stream()
            .toList();
    assertThat(addresses.stream().map(KeyedRandom::parameterKey)).doesNotHaveDuplicates();
  }

  /**
   * Pearson's statistic over equally likely cells, held against both tails together at the rate.
   */
  private static void assertFlat(long[] cells, String what) {
    long total = 0;
    for (long cell : cells) {
      total += cell;
    }
    double expected = (double) total / cells.length;
    double statistic = 0;
    for (long cell : cells) {
      statistic += (cell - expected) * (cell - expected) / expected;
    }
    ChiSquaredDistribution law = new ChiSquaredDistribution(cells.length - 1);
    assertThat(statistic)
        .as(what)
        .isBetween(
            law.inverseCumulativeProbability(RATE / 2),
            law.inverseCumulativeProbability(1 - RATE / 2));
  }

  private static double uniform(KeyedRandom random, long number, String address) {
    return KeyedRandom.uniform(random.caseKey(number), KeyedRandom.parameterKey(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "council.china.vote",
        "council.russia.vote",
        "contributors.IDN.troops",
        "force.generation-weeks",
        "a"
      })
  void aParameterIsUniformOverTheCases(String address) {
    long[] high = new long[1024];
    long[] low = new long[1024];
    KeyedRandom random = new KeyedRandom(1);
    for (int number = 1; number <= 200_000; number++) {
      double u = uniform(random, number, address);
      high[(int) (u * 1024)]++;
      low[(int) ((long) (u * (1L << 53)) & 1023)]++;
    }
    assertFlat(high, "high bits of " + address);
    assertFlat(low, "low bits of " + address);
  }

  @ParameterizedTest
  @CsvSource({
    "council.china.vote, council.russia.vote",
    "contributors.IDN.troops, contributors.AZE.troops",
    "contributors.IDN.troops, contributors.IDN.willing",
    "aid.access, aid.policy",
    "a, b"
  })
  void twoParametersOfOneCaseAreIndependent(String first, String second) {
    long[] cells = new long[32 * 32];
    KeyedRandom random = new KeyedRandom(2);
    for (int number = 1; number <= 200_000; number++) {
      int row = (int) (uniform(random, number, first) * 32);
      int column = (int) (uniform(random, number, second) * 32);
      cells[row * 32 + column]++;
    }
    assertFlat(cells, first + " and " + second);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 2048})
  void aParameterOfTwoCasesIsIndependent(int apart) {
    long[] cells = new long[32 * 32];
    KeyedRandom random = new KeyedRandom(3);
    for (int number = 1; number <= 200_000; number++) {
      int row = (int) (uniform(random, number, "council.china.vote") * 32);
      int column = (int) (uniform(random, number + apart, "council.china.vote") * 32);
      cells[row * 32 + column]++;
    }
    assertFlat(cells, apart + " cases apart");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "20251104, 20251105", "0, -1", "5, 4294967301"})
  void twoSeedsAreIndependent(long first, long second) {
    long[] cells = new long[32 * 32];
    KeyedRandom one = new KeyedRandom(first);
    KeyedRandom other = new KeyedRandom(second);
    for (int number = 1; number <= 200_000; number++) {
      int row = (int) (uniform(one, number, "council.china.vote") * 32);
      int column = (int) (uniform(other, number, "council.china.vote") * 32);
      cells[row * 32 + column]++;
    }
    assertFlat(cells, "seeds " + first + " and " + second);
  }
}

package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Where codes are kept. */
final class CodeStoreTest {

  @Test
  void aSmallSpaceIsFlatAndALargeOneIsHashed() {
    assertThat(CodeStore.of(CodeStore.LARGEST_ARRAY)).isInstanceOf(CodeStore.Flat.class);
    assertThat(CodeStore.of(CodeStore.LARGEST_ARRAY + 1)).isInstanceOf(CodeStore.Hashed.class);
  }

  @Test
  void bothRememberWhatWasPut() {
    remembers(CodeStore.of(1 << 16), 1 << 16);
    remembers(CodeStore.of(Long.MAX_VALUE), Long.MAX_VALUE);
    // Keys close together are what a walk over neighbouring combinations asks for.
    remembers(new CodeStore.Hashed(), 1 << 16);
  }

  private static void remembers(CodeStore store, long keys) {
    SplittableRandom random = new SplittableRandom(1);
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextLong(keys);
      assertThat(store.get(key)).isEqualTo(expected.getOrDefault(key, -1));
      int code = expected.computeIfAbsent(key, k -> (int) (k % 1000));
      store.put(key, code);
    }
    expected.forEach((key, code) -> assertThat(store.get(key)).isEqualTo(code));
  }
}

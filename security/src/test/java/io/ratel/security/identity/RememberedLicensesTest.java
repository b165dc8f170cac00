package io.ratel.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedLicensesTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  private License now = License.FREE;
  private boolean away;
  private long nanos;
  private final RememberedLicenses licenses = new RememberedLicenses(this::look, () -> nanos);

  private License look(long userId) {
    if (away) {
      throw new IllegalStateException("the tables are away");
    }
    return now;
  }

  @Test
  void areLookedUpOnceAMinute() {
    assertThat(licenses.of(7)).isEqualTo(License.FREE);
    now = License.PRO;
    nanos += MINUTE_NS - 1;
    assertThat(licenses.of(7)).isEqualTo(License.FREE);
    nanos += 1;
    assertThat(licenses.of(7)).isEqualTo(License.PRO);
  }

  @Test
  void stayWhatTheyWereWhileNobodyCanTell() {
    now = License.ENTERPRISE;
    licenses.of(7);
    away = true;
    nanos += MINUTE_NS;

    assertThat(licenses.of(7)).isEqualTo(License.ENTERPRISE);
    assertThat(licenses.of(8)).isEqualTo(License.FREE);
  }
}

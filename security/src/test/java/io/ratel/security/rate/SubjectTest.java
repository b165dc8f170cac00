package io.ratel.security.rate;

import static io.ratel.security.rate.Subject.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ratel.security.identity.License;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubjectTest {
  /** A39. */
  @Test
  void allAddressesOfAnIpv6NetworkAreOne() {
    assertThat(network("2001:db8:1:2::1"))
        .isEqualTo(network("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isEqualTo(network("2001:DB8:1:2:0:0:0:1%eth0"))
        .isNotEqualTo(network("2001:db8:1:3::1"));
    assertThat(network("192.0.2.1"))
        .isEqualTo(network("::ffff:192.0.2.1"))
        .isNotEqualTo(network("192.0.2.2"));
    assertThat(network("127.0.0.1")).isEqualTo(network("127.9.9.9")).isEqualTo(network("::1"));
    for (String wrong : List.of("", "example.org", "1.2.3.4.5", "::g")) {
      assertThatIllegalArgumentException().isThrownBy(() -> network(wrong));
    }
  }

  @Test
  void aKeyThatIsRefusedLeavesItsUserTheRest() {
    NodeLimiter limiter = new NodeLimiter(() -> 0, new Random(1));
    Rates rates = Rates.STANDARD.with(Tier.API, Holder.FREE, new Rate(8, 1, 60));
    Claim key = new Claim(Subject.key(1), rates.ofKey(Tier.API, License.FREE));
    Claim user = new Claim(Subject.user(1), rates.of(Tier.API, License.FREE));
    for (int i = 0; i < 6; i++) {
      assertThat(limiter.take(Tier.API, List.of(key, user), 1).admitted()).isTrue();
    }
    for (int i = 0; i < 100; i++) {
      Verdict refused = limiter.take(Tier.API, List.of(key, user), 1);
      assertThat(refused.admitted()).isFalse();
      assertThat(refused.claim()).isEqualTo(key);
    }
    assertThat(limiter.take(Tier.API, user, 1).remaining()).isEqualTo(1);
    assertThat(limiter.take(Tier.STREAM, user, 1).remaining()).as("another tier").isEqualTo(7);
  }

  @Test
  void aNodesShareIsAPartOfEachRate() {
    assertThat(new Rate(10, 100, 10).shareOf(3)).isEqualTo(new Rate(4, 33, 10));
    assertThat(new Rate(1, 1, 60).shareOf(3)).isEqualTo(new Rate(1, 1, 60));
  }
}

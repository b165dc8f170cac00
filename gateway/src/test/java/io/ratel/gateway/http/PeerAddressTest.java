package io.ratel.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerAddressTest {
  private static final PeerAddress BEHIND =
      new PeerAddress(List.of("10.0.0.0/8", "fd00::/8"), List.of());

  /** A13: what stands before the last trusted hop was written by anybody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1 | 198.51.100.7 | 198.51.100.7",
        "10.0.0.1 | 192.0.2.66, 198.51.100.7 | 198.51.100.7",
        "10.0.0.1 | 10.9.9.9, 198.51.100.7 | 198.51.100.7",
        "10.0.0.1 | 192.0.2.66, 198.51.100.7, 10.0.0.2 | 198.51.100.7",
        "fd00::1 | 2001:db8::7 | 2001:db8::7",
        "10.0.0.1 | [2001:db8::7]:4711 | 2001:db8::7",
        "10.0.0.1 | 198.51.100.7:4711 | 198.51.100.7",
        "10.0.0.1 | 10.0.0.2, 10.0.0.3 | 10.0.0.2",
        "10.0.0.1 | '' | 10.0.0.1",
        "10.0.0.1 | unknown | 10.0.0.1",
        "10.0.0.1 | 192.0.2.66, nonsense, 10.0.0.2 | 10.0.0.2",
        "10.0.0.1 | 192.0.2.66,, | 10.0.0.1",
        "203.0.113.5 | 192.0.2.66 | 203.0.113.5",
        "203.0.113.5 | 192.0.2.66, 10.0.0.1 | 203.0.113.5"
      })
  void aForgedHopIsNotBelieved(String peer, String forwarded, String caller) {
    assertThat(BEHIND.of(peer, forwarded)).isEqualTo(caller);
  }

  @Test
  void aHeaderOfAThousandHopsIsReadFromItsEndAndNotAll() {
    assertThat(BEHIND.of("10.0.0.1", "192.0.2.66," + "10.0.0.2,".repeat(999) + "10.0.0.3"))
        .isEqualTo("10.0.0.2");
  }

  @Test
  void whatIsNoRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PeerAddress(List.of("10.0.0.0/33"), List.of()))
        .withMessage("trustedProxies must be IP addresses or ADDRESS/BITS, was '10.0.0.0/33'");
  }
}

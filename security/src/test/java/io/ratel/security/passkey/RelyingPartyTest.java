package io.ratel.security.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.passkey.PasskeyCheck.Proven;
import io.ratel.security.passkey.PasskeyCheck.Refused;
import io.ratel.security.passkey.RelyingParty.Assertion;
import io.ratel.security.passkey.RelyingParty.NewPasskey;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelyingPartyTest {
  private static final long ANN = 7;
  private static final URI PAGE = URI.create("http://localhost:8080");

  private final PasskeysInMemory kept = new PasskeysInMemory();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private final RelyingParty site =
      new RelyingParty(() -> PAGE, kept, kept, () -> now, new SecureRandom());
  private TestDevice device;

  @BeforeEach
  void addAPasskey() throws Exception {
    device = new TestDevice();
    String challenge = site.askForNew(ANN, "s").orElseThrow();
    assertThat(site.register(ANN, "s", "Key", device.make(challenge))).isInstanceOf(Proven.class);
  }

  private String ask() {
    return site.ask().orElseThrow();
  }

  private static void refused(PasskeyCheck check, PasskeyFault fault) {
    assertThat(check).isEqualTo(new Refused(fault));
  }

  @Test
  void knowsWhoseAPasskeyIsThatIsShown() throws Exception {
    device.counter = 2;

    assertThat(site.check(device.show(ask())))
        .isInstanceOfSatisfying(Proven.class, p -> assertThat(p.passkey().userId()).isEqualTo(ANN));
  }

  @Test
  void refusesAnAnswerThatWasGivenBefore() throws Exception {
    device.counter = 2;
    Assertion shown = device.show(ask());

    assertThat(site.check(shown)).isInstanceOf(Proven.class);
    refused(site.check(shown), PasskeyFault.CHALLENGE);
  }

  @Test
  void refusesAnAnswerToAnotherQuestion() throws Exception {
    refused(site.check(device.show("A".repeat(43))), PasskeyFault.CHALLENGE);
    String forNew = site.askForNew(ANN, "s").orElseThrow();
    refused(site.check(device.show(forNew)), PasskeyFault.CHALLENGE);
    String late = ask();
    now = now.plusSeconds(300);
    refused(site.check(device.show(late)), PasskeyFault.CHALLENGE);
  }

  @Test
  void refusesAnAnswerOfAPageElsewhere() throws Exception {
    for (String origin :
        List.of("http://evil.test", "http://localhost:8081", "https://localhost:8080")) {
      device.origin = origin;
      refused(site.check(device.show(ask())), PasskeyFault.ORIGIN);
    }
  }

  @Test
  void refusesAnAnswerForAnotherSite() throws Exception {
    device.site = "evil.test";
    refused(site.check(device.show(ask())), PasskeyFault.SITE);
  }

  @Test
  void refusesTheSignatureOfAForeignKey() throws Exception {
    device.counter = 2;
    TestDevice other = new TestDevice();
    refused(site.check(device.show(ask(), "webauthn.get", other)), PasskeyFault.SIGNATURE);
  }

  @Test
  void refusesAPasskeyThatIsNotKnownHere() throws Exception {
    refused(site.check(new TestDevice().show(ask())), PasskeyFault.UNKNOWN_PASSKEY);
  }

  @Test
  void refusesACounterThatDoesNotGoOn() throws Exception {
    device.counter = 5;
    assertThat(site.check(device.show(ask()))).isInstanceOf(Proven.class);
    for (int counter : List.of(5, 4, 0)) {
      device.counter = counter;
      refused(site.check(device.show(ask())), PasskeyFault.COUNTER);
    }
  }

  @Test
  void refusesADeviceThatDidNotMakeSureWhoUsesIt() throws Exception {
    device.counter = 2;
    device.flags = TestDevice.USER_PRESENT;
    refused(site.check(device.show(ask())), PasskeyFault.NOT_VERIFIED);
    device.flags = TestDevice.USER_VERIFIED;
    refused(site.check(device.show(ask())), PasskeyFault.NOT_VERIFIED);
  }

  @Test
  void refusesAnAnswerOfTheOtherCeremony() throws Exception {
    device.counter = 2;
    PasskeyCheck check = site.check(device.show(ask(), "webauthn.create", device));
    assertThat(check).isInstanceOf(Refused.class);
  }

  @Test
  void refusesAnotherUsersHandle() throws Exception {
    device.counter = 2;
    Assertion shown = device.show(ask());
    Assertion claimed =
        new Assertion(
            shown.credentialId(),
            kept.handle(8),
            shown.authenticatorData(),
            shown.clientData(),
            shown.signature());
    refused(site.check(claimed), PasskeyFault.UNKNOWN_PASSKEY);
  }

  @Test
  void refusesWhatCannotBeRead() {
    byte[] junk = {1, 2, 3};
    refused(site.check(new Assertion(junk, null, junk, junk, junk)), PasskeyFault.MALFORMED);
    refused(
        site.register(ANN, "s", "Key", new NewPasskey(junk, junk, List.of())),
        PasskeyFault.MALFORMED);
  }

  @Test
  void keepsANewPasskeyForTheUserAndSessionThatAskedAndOnce() throws Exception {
    TestDevice other = new TestDevice();
    String challenge = site.askForNew(ANN, "s").orElseThrow();
    refused(site.register(8, "s", "Key", other.make(challenge)), PasskeyFault.CHALLENGE);
    challenge = site.askForNew(ANN, "s").orElseThrow();
    refused(site.register(ANN, "t", "Key", other.make(challenge)), PasskeyFault.CHALLENGE);
    challenge = site.askForNew(ANN, "s").orElseThrow();
    refused(site.register(ANN, "s", "Key", device.make(challenge)), PasskeyFault.NOT_ADDED);
    challenge = site.askForNew(ANN, "s").orElseThrow();
    other.origin = "http://evil.test";
    refused(site.register(ANN, "s", "Key", other.make(challenge)), PasskeyFault.ORIGIN);
    assertThat(kept.of(ANN)).hasSize(1);
  }
}

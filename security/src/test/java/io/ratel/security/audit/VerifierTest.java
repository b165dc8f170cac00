package io.ratel.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.123456Z");

  private static Act act(int n) {
    return new Act(
        TIME.plusSeconds(n),
        n,
        "session s",
        "setTerms",
        "/v1/instruments/ACME/terms",
        Outcome.DONE,
        "{\"n\":" + n + "}",
        "",
        "{}",
        "ray",
        "192.0.2.1");
  }

  private static List<AuditRecord> chain(int length) {
    List<AuditRecord> chain = new ArrayList<>();
    Link newest = Link.START;
    for (int i = 1; i <= length; i++) {
      AuditRecord record = Chain.next(newest, act(i));
      chain.add(record);
      newest = record.link();
    }
    return chain;
  }

  private static Verification verify(List<AuditRecord> records, Link... anchors) {
    Verifier verifier = new Verifier(List.of(anchors));
    records.forEach(verifier::take);
    return verifier.finish();
  }

  @Test
  void aChainThatNobodyTouchedIsIntact() {
    List<AuditRecord> chain = chain(5);
    Verification verification = verify(chain, chain.get(2).link(), chain.getLast().link());

    assertThat(verification.intact()).isTrue();
    assertThat(verification.records()).isEqualTo(5);
    assertThat(verification.newest()).isEqualTo(chain.getLast().link());
    assertThat(verify(List.of()).intact()).isTrue();
  }

  /** Made by another program, and pinned: no later version may read old logs otherwise. */
  @Test
  void theHashIsTheOneItHasAlwaysBeen() {
    assertThat(Chain.hash(Link.START.hash(), 1, act(1)))
        .isEqualTo("8838c7cea457f48f382a706fcdb435678fa2893d80edfa9bbfcea4f07e83c8f5");
  }

  /** The second record of three, with another value in each of its columns by turns. */
  static Stream<AuditRecord> alterations() {
    AuditRecord of = chain(3).get(1);
    Act a = of.act();
    List<Act> altered = new ArrayList<>();
    altered.add(with(a, a.at().plusNanos(1_000), a.who(), a.outcome(), List.of()));
    altered.add(with(a, a.at(), 9, a.outcome(), List.of()));
    altered.add(with(a, a.at(), a.who(), Outcome.REFUSED, List.of()));
    for (int text = 0; text < 8; text++) {
      altered.add(with(a, a.at(), a.who(), a.outcome(), List.of(text)));
    }
    return altered.stream().map(act -> new AuditRecord(of.number(), act, of.previous(), of.hash()));
  }

  private static Act with(Act a, Instant at, long who, Outcome outcome, List<Integer> longer) {
    String[] texts = {
      a.credential(),
      a.operation(),
      a.resource(),
      a.request(),
      a.before(),
      a.after(),
      a.rayId(),
      a.address()
    };
    longer.forEach(text -> texts[text] += "!");
    return new Act(
        at, who, texts[0], texts[1], texts[2], outcome, texts[3], texts[4], texts[5], texts[6],
        texts[7]);
  }

  @Test
  void namesARecordWhoseTextsWereMovedFromOneColumnToTheNext() {
    List<AuditRecord> chain = chain(2);
    Act moved = act(2).changing(act(2).before() + act(2).after(), "");
    AuditRecord last = chain.getLast();
    chain.set(1, new AuditRecord(2, moved, last.previous(), last.hash()));

    assertThat(verify(chain).broken().orElseThrow().number()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void namesARecordWhoseContentsWereAltered(AuditRecord altered) {
    List<AuditRecord> chain = chain(3);
    chain.set(1, altered);

    assertThat(verify(chain).broken())
        .contains(
            new Verification.Break(2, "record 2 was altered: its contents do not give its hash"));
  }

  @Test
  void namesTheFirstRecordAfterOneThatWasMadeAnew() {
    List<AuditRecord> chain = chain(3);
    chain.set(1, Chain.next(chain.getFirst().link(), act(9)));

    assertThat(verify(chain).broken().orElseThrow().fault())
        .isEqualTo("record 3 does not follow record 2");
    assertThat(verify(chain.subList(0, 2), chain(2).getLast().link()).broken().orElseThrow())
        .isEqualTo(
            new Verification.Break(
                2, "record 2 is another than the one whose hash was kept elsewhere"));
  }

  @Test
  void namesARecordThatWasDroppedMovedOrCutOff() {
    List<AuditRecord> dropped = chain(3);
    dropped.remove(1);
    List<AuditRecord> swapped = chain(4);
    Collections.swap(swapped, 1, 2);
    List<AuditRecord> renumbered = new ArrayList<>();
    for (AuditRecord r : dropped) {
      renumbered.add(new AuditRecord(renumbered.size() + 1L, r.act(), r.previous(), r.hash()));
    }

    assertThat(verify(dropped).broken().orElseThrow().fault())
        .isEqualTo("record 2 is missing: the next there is has number 3");
    assertThat(verify(swapped).broken().orElseThrow().number()).isEqualTo(2);
    assertThat(verify(renumbered).broken().orElseThrow().fault())
        .isEqualTo("record 2 does not follow record 1");
    assertThat(verify(chain(3).subList(1, 3)).broken().orElseThrow().fault())
        .isEqualTo("record 1 is missing: the next there is has number 2");
    assertThat(verify(chain(3).subList(0, 2), chain(3).getLast().link()).broken().orElseThrow())
        .isEqualTo(
            new Verification.Break(3, "the log ends after record 2, but record 3 was written"));
  }

  @Test
  void theAnchorOnlyGoesForwardAndOutlivesARestart(@TempDir Path folder) {
    Path file = folder.resolve("audit-anchor");
    List<AuditRecord> chain = chain(3);
    AnchorFile anchor = new AnchorFile(file);
    assertThat(anchor.read()).isEmpty();
    anchor.advance(chain.get(1).link());
    anchor.advance(chain.getFirst().link());

    assertThat(new AnchorFile(file).read()).contains(chain.get(1).link());
    new AnchorFile(file).advance(chain.getFirst().link());
    assertThat(new AnchorFile(file).read()).contains(chain.get(1).link());
  }

  @Test
  void textsThatATableCannotKeepAreCutBeforeTheyAreHashed() {
    Act odd = act(1).changing("a\0b" + "x".repeat(20_000), "\ud800");
    Act kept = Chain.next(Link.START, odd).act();

    assertThat(kept.before()).startsWith("a?b").endsWith("…").hasSize(16_384);
    assertThat(kept.after()).isEqualTo("?");
  }
}

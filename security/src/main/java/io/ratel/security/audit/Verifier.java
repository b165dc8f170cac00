package io.ratel.security.audit;

import io.ratel.security.audit.Verification.Break;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks a chain from its first record. Used once, by one thread. */
public final class Verifier {
  private final List<Link> anchors;
  private Link newest = Link.START;
  private @Nullable Break broken;

  /**
   * @param anchors links that were kept elsewhere, which the chain must have
   */
  public Verifier(List<Link> anchors) {
    this.anchors = List.copyOf(anchors);
  }

  /** Takes the next record in the order of numbers; after a break nothing is looked at. */
  public void take(AuditRecord record) {
    if (broken != null) {
      return;
    }
    String fault = fault(record);
    if (fault == null) {
      newest = record.link();
    } else {
      broken = new Break(newest.number() + 1, fault);
    }
  }

  private @Nullable String fault(AuditRecord record) {
    long expected = newest.number() + 1;
    if (record.number() != expected) {
      return "record " + expected + " is missing: the next there is has number " + record.number();
    }
    if (!record.previous().equals(newest.hash())) {
      return "record " + expected + " does not follow record " + newest.number();
    }
    if (!record.hash().equals(Chain.hash(record.previous(), expected, record.act()))) {
      return "record " + expected + " was altered: its contents do not give its hash";
    }
    for (Link anchor : anchors) {
      if (anchor.number() == expected && !anchor.hash().equals(record.hash())) {
        return "record " + expected + " is another than the one whose hash was kept elsewhere";
      }
    }
    return null;
  }

  /** Whether there is no use in further records. */
  public boolean isOver() {
    return broken != null;
  }

  /** Call after the last record. */
  public Verification finish() {
    for (Link anchor : anchors) {
      if (broken == null && anchor.number() > newest.number()) {
        broken =
            new Break(
                newest.number() + 1,
                "the log ends after record "
                    + newest.number()
                    + ", but record "
                    + anchor.number()
                    + " was written");
      }
    }
    return new Verification(newest.number(), newest, Optional.ofNullable(broken));
  }
}

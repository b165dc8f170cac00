package io.ratel.gateway.audit;

import io.ratel.security.audit.Verification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit log's chain holds.
 *
 * @param records how many are in order
 * @param newest the last of those as NUMBER:HASH; keep it, and a later log that lacks it was
 *     changed
 * @param broken the first that is not in order, null when all are
 * @param fault what is wrong with it, in words
 */
public record WireAuditVerification(
    boolean intact, long records, String newest, @Nullable String broken, @Nullable String fault) {
  public static WireAuditVerification of(Verification verification) {
    Optional<Verification.Break> broken = verification.broken();
    return new WireAuditVerification(
        verification.intact(),
        verification.records(),
        verification.newest().toString(),
        broken.map(b -> Long.toString(b.number())).orElse(null),
        broken.map(Verification.Break::fault).orElse(null));
  }
}

package io.ratel.security.audit;

/**
 * One record of the log, as it is kept: it may have been altered.
 *
 * @param previous the hash of the record before
 * @param hash its own
 */
public record AuditRecord(long number, Act act, String previous, String hash) {
  public Link link() {
    return new Link(number, hash);
  }
}

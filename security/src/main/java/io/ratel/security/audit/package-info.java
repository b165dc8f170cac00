/**
 * What was done with power, so that it can be told and not be untold. Each privileged {@link
 * io.ratel.security.audit.Act} becomes one record of a log that only grows; a record carries the
 * SHA-256 of its contents, its number and the hash before it ({@link
 * io.ratel.security.audit.Chain}), so that no record can be altered, dropped, moved or put between
 * without breaking the chain from there on. That the end was not cut is known by an {@link
 * io.ratel.security.audit.AnchorFile}, which keeps the newest hash elsewhere. {@link
 * io.ratel.security.audit.Verifier} walks the chain and names the first break.
 */
@NullMarked
package io.ratel.security.audit;

import org.jspecify.annotations.NullMarked;

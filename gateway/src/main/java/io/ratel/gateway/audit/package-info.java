/**
 * The audit log at the doors: {@link io.ratel.gateway.audit.AuditTrail} writes what operators do
 * before they are told that it was done, {@link io.ratel.gateway.audit.AuditResource} shows it.
 */
@NullMarked
package io.ratel.gateway.audit;

import org.jspecify.annotations.NullMarked;

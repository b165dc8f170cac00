/** The audit log of a venue that ran, before and after somebody laid hands on it. */
@NullMarked
package io.ratel.server.audit;

import org.jspecify.annotations.NullMarked;

/**
 * Who may come in, in schema {@code platform}: barriers and single-use tokens, which every node
 * must agree on. Barriers are told by {@code NOTIFY}; a node that missed one finds it with its next
 * poll, a quarter of a second later.
 */
@NullMarked
package io.ratel.adapters.postgres.access;

import org.jspecify.annotations.NullMarked;

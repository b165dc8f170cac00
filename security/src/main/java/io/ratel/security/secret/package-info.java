/**
 * Things that the platform must keep and nobody may read: a venue's API keys, a user's webhook
 * password. Each belongs to one {@link io.ratel.security.secret.Owner} and is kept sealed with
 * AES-256-GCM under one of the master keys that a {@link io.ratel.security.secret.KeyService} hands
 * out (from a file, the environment, or a key management service). What is sealed is bound to its
 * owner, name, version and key: a row that is moved, renamed, swapped or replayed does not open.
 * {@link io.ratel.security.secret.Secrets} is the way in; {@link
 * io.ratel.security.secret.SecretStore} is the port to wherever the rows are.
 */
@NullMarked
package io.ratel.security.secret;

import org.jspecify.annotations.NullMarked;

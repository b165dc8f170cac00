/**
 * Files that only their owner may read. {@link io.ratel.security.file.PrivateFile} writes a key or
 * a list of keys so that a reader sees the old text or the new one and nobody else sees either, and
 * refuses to read one whose mode lets others in: a key that was readable by others is not secret.
 */
@NullMarked
package io.ratel.security.file;

import org.jspecify.annotations.NullMarked;

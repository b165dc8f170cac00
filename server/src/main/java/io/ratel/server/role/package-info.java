/**
 * What a process can do for the platform, one file a role; a role is present or absent, never
 * stubbed.
 */
@NullMarked
package io.ratel.server.role;

import org.jspecify.annotations.NullMarked;

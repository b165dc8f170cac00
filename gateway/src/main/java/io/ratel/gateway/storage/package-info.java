/** How large every table is, for those who keep the machines. */
@NullMarked
package io.ratel.gateway.storage;

import org.jspecify.annotations.NullMarked;

/** What is written when somebody uses power, and who may read it. */
@NullMarked
package io.ratel.gateway.audit;

import org.jspecify.annotations.NullMarked;

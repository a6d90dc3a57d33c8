/** The engine's side of people: accounts, rights, Tasklist's filters and the license check on tasks. */
@NullMarked
package org.throughline.staff.process;

import org.jspecify.annotations.NullMarked;

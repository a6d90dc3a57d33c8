package org.throughline.automation;

/** The work types that the agency's catalogue table has. */
public interface WorkTypes {

    boolean exists(String workType);
}

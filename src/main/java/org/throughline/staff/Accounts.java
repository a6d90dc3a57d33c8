package org.throughline.staff;

/** Logins of people in the engine. */
public interface Accounts {

    /** A login with this user id is there, a person's or not. */
    boolean exists(String userId);

    /** The person of a login is a member of another agency. A login has one role, so a person is at home in one agency. */
    default boolean isMemberElsewhere(String userId) {
        return false;
    }

    /**
     * Makes a person's login what the person is: it is created where it is missing, is in the groups of the role and of the
     * queues and in no other role's or queue's. Who left is in no group at all and cannot log in. Who comes, or comes back,
     * has no usable password until an administrator sets one, except in the practice agency.
     */
    void follow(StaffMember person);
}

/** Tells the test processes where the PostgreSQL of the tests is. */
export const postgresVariable = 'JIEDUI_TEST_POSTGRES';

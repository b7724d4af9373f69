/** The name under which a development build's keychain entries stand: never among those of a cardholder's own app. */
export const developmentService = (productName: string): string => `${productName} (development)`;

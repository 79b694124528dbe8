import { InterfaceSlot, ManagementSlot, type Slot } from "../shared/domain/vocabulary.ts";

/** How many interface slots a chassis of the family has: the number in its model name. */
export type InterfaceSlotCount = 4 | 8 | 16 | 32;

/**
 * The slot that a device means by a name or a number, or undefined when the chassis has no such slot. Devices number
 * the interface slots from 1 and the two management slots right after them, so that 9 is M1 of a chassis with 8.
 *
 * @example
 * readSlot("10", 8); // "M2"
 */
export const readSlot = (spelling: string, interfaceSlots: InterfaceSlotCount): Slot | undefined => {
  if (/^\d{1,2}$/.test(spelling)) return numberedSlot(Number(spelling), interfaceSlots);
  const name = spelling.toUpperCase();
  const management = ManagementSlot().safeParse(name);
  if (management.success) return management.data;
  return interfaceSlot(name, interfaceSlots);
};

const numberedSlot = (number: number, interfaceSlots: InterfaceSlotCount): Slot | undefined => {
  if (number === interfaceSlots + 1) return "M1";
  if (number === interfaceSlots + 2) return "M2";
  return interfaceSlot(`S${number}`, interfaceSlots);
};

const interfaceSlot = (name: string, interfaceSlots: InterfaceSlotCount): Slot | undefined => {
  const slot = InterfaceSlot().safeParse(name);
  return slot.success && Number(slot.data.slice(1)) <= interfaceSlots ? slot.data : undefined;
};
